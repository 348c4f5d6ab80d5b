export const apps = {
  assetsScript: (language: string | null) =>
    `has a build script beside the ${language ?? 'server'} program: it builds the assets`,
  pagesWithNode: 'builds its pages with Node.js',
  severalPrograms: (count: number, names: string) =>
    `One folder holds ${count} programs: ${names}. Which one is to be deployed? Move each into a folder of its own and name it, or choose how the image is built.`,
  servedPages: (root: string) =>
    `The server serves the built pages of ${root}/, so they are one app and share one origin.`,
  builtInto: (path: string) => `the pages are built into ${path}`,
  scriptBuilds: (root: string) => `a script builds ${root}/`,
  builds: (root: string) => `builds ${root}/`,
  copiesIntoImage: (source: string) => `copies ${source} into the server's image`,
  serves: (root: string, output: string | null | undefined) => `serves ${root}/${output}`,
  severalFolders: 'is put together from several folders',
  oneImage: (path: string) => `${path} builds one image from several folders, so they are one app.`,
}
