import type { FlagOf } from '../../command/flag.ts'
import type { Texts } from '../../text.ts'
import type { CliCommand } from '../command.ts'
import type { CliOptions } from '../options.ts'
import { type Place, placeOf, placeOfFlag } from './place.ts'

/** The completion script for zsh: sourced after `compinit`, or as a file `_slipway` on `fpath`. */
export function zsh(commands: readonly CliCommand[], texts: Texts): string {
  return `#compdef slipway
# Completion of slipway for zsh. Load it after compinit: source <(slipway completion zsh)
_slipway() {
  local -a verbs
  verbs=(
${commands.map(({ verb, summary }) => `    ${quoted(`${verb}:${summary(texts)}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe -t commands command verbs
    return
  fi
  local verb=$words[2]
  shift words
  (( CURRENT -= 1 ))
  case $verb in
${commands.map((command) => `    ${command.verb}) _arguments -S ${specs(command, texts).join(' ')} ;;`).join('\n')}
  esac
}
if [[ $funcstack[1] == _slipway ]]; then _slipway "$@"; else compdef _slipway slipway; fi
`
}

function specs(command: CliCommand, texts: Texts): readonly string[] {
  const { argument, flags, folders } = command
  const given =
    argument === null ? [] : [quoted(`1:${argument.name.replaceAll(':', '')}:${action(placeOf(argument.name))}`)]
  const rest = folders === 'none' ? [] : [quoted(`*:folder:${action({ kind: 'folder' })}`)]
  return [...flags.map((flag) => spec(flag, texts)), quoted('--help'), ...given, ...rest]
}

function spec(flag: FlagOf<CliOptions>, texts: Texts): string {
  const says = `[${flag.summary(texts).replace(/[[\]\\]/gu, '\\$&')}]`
  const place = placeOfFlag(flag)
  return quoted(place === null ? `${flag.name}${says}` : `${flag.name}=${says}:${flag.name.slice(2)}:${action(place)}`)
}

function action(place: Place): string {
  if (place.kind === 'words') return `(${place.words.join(' ')})`
  return { folder: '_path_files -/', file: '_files', anything: ' ' }[place.kind]
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
