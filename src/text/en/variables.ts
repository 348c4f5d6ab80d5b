export const variables = {
  give: (app: string, stage: string) => `Give ${app} its environment variables for ${stage}`,
  giveText: (stage: string, text: string) =>
    `Run this in a shell in which the variables hold the values for ${stage}. ${text}`,
  thisLanguage: 'this language',
}
