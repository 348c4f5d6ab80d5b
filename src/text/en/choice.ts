export const choice = {
  leftOut: (root: string, text: string) => `${root} was left out, with a question: ${text}`,
  tooMany: (count: number) =>
    `The repository holds ${count} apps. Which one is to be set up first? Name its folder, or one above several of them.`,
  instead: {
    first: (because: string, title: string) => `${because} ${title} comes first.`,
    asked: (because: string, title: string) => `${because} ${title} was asked for.`,
    settled: (because: string, title: string) => `${because} It is set up with ${title} already.`,
    running: (because: string, title: string) => `${because} It runs on ${title} already.`,
  },
  doesNotFit: (title: string, because: string) => `${title} was asked for and does not fit: ${because}`,
  runsAlready: (because: string, what: string, name: string) =>
    `${because} The account has it already: ${what} \`${name}\`.`,
  runsElsewhere: (app: string, what: string, name: string) =>
    `${app} runs in the account already, as the ${what} \`${name}\`. What is set up here is a second delivery beside it: turn one of them off.`,
  servesNone: 'it serves none of the apps here.',
}
