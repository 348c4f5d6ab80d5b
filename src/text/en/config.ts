const yaml = (invalid: string): Readonly<Record<string, string>> & { readonly other: string } => ({
  other: invalid,
  BAD_INDENT: `${invalid}: the indentation does not fit the lines above, or a bracket is not closed`,
  BLOCK_AS_IMPLICIT_KEY: `${invalid}: the next line is indented that should not be, or a value with a colon needs quotes`,
  DUPLICATE_KEY: `${invalid}: this key is there twice`,
  MISSING_CHAR: `${invalid}: the indentation does not fit the lines above, or a quote or bracket is missing`,
  MULTILINE_IMPLICIT_KEY: `${invalid}: a colon is missing, or a line is indented that should not be`,
  TAB_AS_INDENT: `${invalid}: indent with spaces, not with tabs`,
})

export const config = {
  mend: 'Mend this, then run the command again.',
  otherAccount: (role: string, environment: string) =>
    `the role lies in account ${role}, the environment in ${environment}`,
  onlyVersion: 'the only version is 1',
  missing: (key: string) => `\`${key}\` is missing`,
  mapping: 'a mapping is expected here (`key: value`)',
  misplaced: (key: string) =>
    `\`${key}\` counts in the organisation's configuration only (\`.github/cicd.yml\` of its repository \`.github\`)`,
  locked: (key: string) =>
    `\`${key}\` of this repository's configuration does not count: the organisation has locked it`,
  strayRole: (name: string) => `the environment \`${name}\` is not in the account of its role, so the role is not used`,
  tooLong: (longest: number) => `the file is longer than ${longest} characters`,
  tooDeep: 'the file is nested too deeply',
  alias: 'aliases are not used here; write the value again',
  noValue: 'this is not a value',
  text: 'a text is expected here',
  flag: 'true or false is expected here',
  list: 'a list is expected here (lines that begin with `-`)',
  emptyList: 'the list is empty: fill it, or leave it out',
  accountNumber: 'the number of an account is expected here (https://api.github.com/users/NAME shows it as `id`)',
  // By the codes of the `yaml` package, what people do wrong most; its own words hold text of the file.
  yaml: yaml('this is not valid YAML'),
  because: (because: string, suggestion: string) => `${because}: ${suggestion}`,
  unknownKey: (key: string, near: string | null, known: readonly string[]) =>
    `\`${key}\` is not known${near === null ? ': known' : `: did you mean \`${near}\`? Known`} are ${known.map((one) => `\`${one}\``).join(', ')}`,
  theFile: (why: string) => `the file ${why}`,
  mistakes: (path: string, organisation: string | null, lines: readonly string[], more: number) => {
    const whose = organisation === null ? '' : ` of the organisation (repository \`${organisation}\`)`
    const rest = more === 0 ? [] : [`- and ${more} more`]
    return `\`${path}\`${whose} has mistakes, so nothing was done:\n\n${[...lines, ...rest].join('\n')}`
  },
  mistake: (line: number, column: number, message: string) => `- line ${line}, column ${column}: ${message}`,
  noEnvironments:
    'The configuration says `environments: none`, so there is none to choose. Leave `--environment` out, or name your environments in `.github/cicd.yml`.',
  noEnvironment: (name: string, known: readonly string[]) =>
    `There is no environment ${name} in \`.github/cicd.yml\`: it names ${known.join(', ')}. Choose one of them, or add it there.`,
  checkTitle: (count: number, path: string) => `${count} ${count === 1 ? 'mistake' : 'mistakes'} in ${path}`,
}
