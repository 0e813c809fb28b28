# Completion of synoptic for bash: subcommands and options as --help lists them, else files.
_synoptic() {
  local word=${COMP_WORDS[COMP_CWORD]} program=${COMP_WORDS[0]} subcommand= i
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case ${COMP_WORDS[i]} in --ui) ((++i)) ;; -*) ;; *) subcommand=${COMP_WORDS[i]}; break ;; esac
  done
  local words=
  if [[ ${COMP_WORDS[COMP_CWORD - 1]} == --ui ]]; then
    words=$(LC_ALL=C "$program" --ui none status 2>&1 | sed -n 's/.*--ui: //p' | tr -d ,)
  elif [[ $word == -* ]]; then
    words=$("$program" $subcommand --help 2>/dev/null | grep -oE '(^|[ ,])--?[a-z][a-z-]*' | tr -d ' ,')" --ui"
  elif [[ -z $subcommand ]]; then
    words=$("$program" --help 2>/dev/null | sed -n '/^Subcommands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
  fi
  COMPREPLY=()
  if [[ -n $words ]]; then mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word"); fi
}
complete -o default -F _synoptic synoptic
