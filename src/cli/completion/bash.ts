import type { CliCommand } from '../command.ts'
import { type Place, placeOf, placeOfFlag } from './place.ts'

/** The completion script for bash 4 and newer. A flag with a value is completed as `--flag=value` and as `--flag value`. */
export function bash(commands: readonly CliCommand[]): string {
  return `# Completion of slipway for bash. Load it: source <(slipway completion bash)
_slipway() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} verb= index
  COMPREPLY=()
  # bash takes \`=\` for a word of its own.
  if [[ $word == = ]]; then word=; elif [[ $before == = ]]; then before=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  for ((index = 1; index < COMP_CWORD; index += 1)); do
    if [[ -z $verb && \${COMP_WORDS[index]} != -* ]]; then verb=\${COMP_WORDS[index]}; fi
  done
  case "$verb $before" in
${commands.flatMap(values).join('\n')}
  esac
  if [[ $word == -* ]]; then
    case $verb in
${commands.map(names).join('\n')}
    esac
    [[ \${COMPREPLY[0]-} == *= ]] && compopt -o nospace 2>/dev/null
    return
  fi
  case $verb in
    '') COMPREPLY=($(compgen -W '${commands.map(({ verb }) => verb).join(' ')}' -- "$word")) ;;
${commands.flatMap(operand).join('\n')}
  esac
}
complete -F _slipway slipway
`
}

/** A case for each flag that takes a value. */
function values({ verb, flags }: CliCommand): readonly string[] {
  return flags.flatMap((flag) => {
    const place = placeOfFlag(flag)
    return place === null ? [] : [`    '${verb} ${flag.name}') ${reply(place)}; return ;;`]
  })
}

function names({ verb, flags }: CliCommand): string {
  const words = [...flags.map(({ name, value }) => (value === null ? name : `${name}=`)), '--help']
  return `      ${verb}) COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$word")) ;;`
}

function operand({ verb, argument, folders }: CliCommand): readonly string[] {
  const place = argument === null ? null : placeOf(argument.name)
  if (place !== null && place.kind !== 'anything') return [`    ${verb}) ${reply(place)} ;;`]
  return folders === 'none' ? [] : [`    ${verb}) ${reply({ kind: 'folder' })} ;;`]
}

function reply(place: Place): string {
  if (place.kind === 'words') return `COMPREPLY=($(compgen -W '${place.words.join(' ')}' -- "$word"))`
  if (place.kind === 'anything') return 'COMPREPLY=()'
  // A name with spaces is one name.
  return `compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen ${place.kind === 'folder' ? '-d' : '-f'} -- "$word")`
}
