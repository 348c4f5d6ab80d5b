#!/usr/bin/env bash
# Stands in for the AWS CLI: writes each call to $CALLS and answers from $ANSWERS/SERVICE-COMMAND (a plain file, or a script that is run).
echo "$*" >>"$CALLS"
answer="$ANSWERS/$1-$2"
if [ -x "$answer" ]; then exec "$answer" "$@"; fi
if [ -f "$answer" ]; then exec cat "$answer"; fi
echo "no answer for: $*" >&2
exit 254
