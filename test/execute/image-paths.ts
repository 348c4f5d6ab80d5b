/** Folders of an image that a stand-in has for itself; all others are this machine's. */
const own = ['/app', '/opt', '/usr/local', '/root', '/home', '/tmp', '/pnpm']
const written = new RegExp(`(^|[\\s=:'"])((?:${own.join('|')})(?![\\w.-]))`, 'g')

/** A path of an image as it lies on this machine, below `root`. */
export function onMachine(root: string, path: string): string {
  return own.some((folder) => path === folder || path.startsWith(`${folder}/`)) ? `${root}${path}` : path
}

/** A list of folders, as in PATH. */
export function listOnMachine(root: string, list: string): string {
  return list
    .split(':')
    .map((path) => onMachine(root, path))
    .join(':')
}

/** A command in which every path of the image is written as it lies on this machine. */
export function commandOnMachine(root: string, command: string): string {
  return command.replace(written, (_, before: string, path: string) => `${before}${root}${path}`)
}
