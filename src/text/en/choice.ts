export const choice = {
  leftOut: (root: string, text: string) => `${root} was left out, with a question: ${text}`,
  tooMany: (count: number) =>
    `The repository holds ${count} apps. Which one is to be set up first? Name its folder, or one above several of them.`,
  comesFirst: (because: string, title: string) => `${because} ${title} comes first.`,
  doesNotFit: (title: string, because: string) => `${title} was asked for and does not fit: ${because}`,
  servesNone: 'it serves none of the apps here.',
}
