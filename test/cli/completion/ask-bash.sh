# Prints what the completion script SCRIPT offers for a line, given as the words that bash makes of it; the last one is being typed.
# usage: bash ask-bash.sh SCRIPT slipway WORD…
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_slipway
printf '%s\n' "${COMPREPLY[@]}"
