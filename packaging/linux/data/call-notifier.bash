# Completions of call-notifier for bash. Written by packaging/linux/manual.py.
_call_notifier() {
    local word=${COMP_WORDS[COMP_CWORD]} path= name known=' probe watch history calls calls/show config config/show config/check config/check-policy config/path config/password config/feed-token browsers browsers/install browsers/remove browsers/status autostart autostart/on autostart/off autostart/status updates diagnostics erase ' words
    for name in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [[ $known == *" ${path:+${path}/}$name "* ]] && path=${path:+${path}/}$name
    done
    case $path in
    '') words='probe watch history calls config browsers autostart updates diagnostics erase -h --help -v --verbose --version --background' ;;
    'probe') words='-h --help -v --verbose --server --username --password-env --ca-file --light --call-check --no-call-check --json' ;;
    'watch') words='-h --help -v --verbose --interval --json' ;;
    'history') words='-h --help -v --verbose --since --limit --until --network --server --color --json --csv --delete --all' ;;
    'calls') words='show -h --help -v --verbose --since --limit --json --csv --delete' ;;
    'calls/show') words='-h --help -v --verbose --json' ;;
    'config') words='show check check-policy path password feed-token -h --help -v --verbose' ;;
    'config/show') words='-h --help -v --verbose --json' ;;
    'config/check') words='-h --help -v --verbose' ;;
    'config/check-policy') words='-h --help -v --verbose' ;;
    'config/path') words='-h --help -v --verbose' ;;
    'config/password') words='-h --help -v --verbose --forget' ;;
    'config/feed-token') words='-h --help -v --verbose --new' ;;
    'browsers') words='install remove status -h --help -v --verbose' ;;
    'browsers/install') words='-h --help -v --verbose --root --host' ;;
    'browsers/remove') words='-h --help -v --verbose' ;;
    'browsers/status') words='-h --help -v --verbose --json' ;;
    'autostart') words='on off status -h --help -v --verbose' ;;
    'autostart/on') words='-h --help -v --verbose' ;;
    'autostart/off') words='-h --help -v --verbose' ;;
    'autostart/status') words='-h --help -v --verbose --json' ;;
    'updates') words='-h --help -v --verbose --json' ;;
    'diagnostics') words='-h --help -v --verbose --addresses --yes --force' ;;
    'erase') words='-h --help -v --verbose --yes' ;;
    *) words= ;;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _call_notifier call-notifier
