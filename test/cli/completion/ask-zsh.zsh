# Types a line into an interactive zsh that has loaded a completion script, presses Tab twice, and prints what the screen showed.
# usage: zsh -f ask-zsh.zsh SCRIPT LINE
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PROMPT= RPROMPT= LISTMAX=1000; unsetopt beep auto_menu; autoload -Uz compinit && compinit -D -u; source '${(q)1}
# A key of its own says when all keys before it were carried out.
zpty -w shell 'finish() { print -r -- "DO"NE }; zle -N finish; bindkey "^G" finish; print -r -- "READ"Y'
zpty -r shell before '*READY*'
zpty -w -n shell "$2"$'\t\t\a'
zpty -r shell shown '*DONE*'
print -r -- "$shown"
zpty -d shell
