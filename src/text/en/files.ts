export const files = {
  unneeded: 'Nothing needs it any more',
  unneededButChanged:
    'nothing needs it any more, but it was changed since it was generated; remove it if you do not need it',
  notSetUp: (path: string) => `Nothing was set up here: there is no ${path} on the default branch.`,
  generated: 'It was generated, and nobody changed it',
  lock: 'The list of what was generated',
  changed: (path: string) =>
    `${path} was changed since it was generated, so it stays. Remove it yourself if you do not need it.`,
  twin: (path: string) => `${path} is there already`,
  linked: (type: string) => `it is a ${type}`,
  endedRuntime: 'Yours, with one value changed: support of that Node.js runtime of App Runner ended on 2025-12-01',
  foreign: 'it exists and was not generated here',
  unmerged: (content: string) =>
    `it was changed since it was generated, and the version before is not to be had, so yours is kept. The template has now:\n${content}`,
  conflicting: (conflict: string) =>
    `it was changed since it was generated, where the template changed too, so yours is kept. Decide here:\n${conflict}`,
  deletedHere: 'it was deleted on this branch',
  unneededButChangedHere: 'nothing needs it any more, but it was changed on this branch',
  addedHere: 'it was added on this branch',
  sameLinesHere: 'the same lines were changed on this branch',
}
