/** Texts of the check on the pull request. */
export const check = {
  title: (files: number) => `${files} ${files === 1 ? 'file' : 'files'}, checked`,
  lead: 'Made sure of, before anything was written:',
  rules: [
    'every YAML file reads alike by YAML 1.1 and 1.2',
    'every action is pinned to a known commit; every job has its own least permissions and a timeout',
    'no IAM role may do everything',
    'every file lies where generated files may lie',
    'the commit holds the default branch and these files, to the byte',
  ],
  map: '### What goes where',
  path: '### From push to running',
  repository: 'repository',
  removalTitle: (files: number) => `${files} ${files === 1 ? 'file' : 'files'} taken out`,
  signIn: 'The job that signs in to AWS: with a token of its own run, never with a stored key.',
  subject: 'Only a run whose token has exactly this subject may take the role.',
  health:
    'No health check path was found. Where `/` does not answer with status 200, put the right path here before merging.',
}
