# shellcheck shell=sh
# What ./run and ./test do before they start: system libraries, a virtual environment in .venv,
# the package and what it depends on. Sourced, with `root` set to the checkout's folder.
#
# The rules it keeps:
#   * A start that has nothing to set up compares one line of text and goes on: no Python, no pip,
#     no network (is_set_up).
#   * Standard output belongs to the command that follows; what is said here goes to standard error.
#   * It never asks: sudo is used where it needs no password, else what is missing is said in a line.
#   * Nothing is written outside .venv, but for apt's packages and the metadata folder that an
#     editable install keeps beside pyproject.toml (call_notifier.egg-info).
#   * A set-up that was interrupted, a moved checkout and a replaced Python are noticed by the next
#     start, which makes .venv anew.

# Set by the script that sources this file.
: "${root:?}"

venv=$root/.venv
state=$venv/set-up # what this file knows about .venv: made-for, unfinished, done-run, done-test, log
log=$state/log

# PySide6's wheels bring Qt itself; these are the system's libraries that Qt's are linked to, found
# with ldd on a bare Debian 12. Each stands for itself: none is a dependency of another.
#   libegl1 libgl1 libfontconfig1 libglib2.0-0     QtGui: every window, every plugin (and a font)
#   libdbus-1-3                                    the tray icon's D-Bus protocol, portals
#   libxkbcommon-x11-0                             QtGui (libxkbcommon) and the X11 plugin
#   libxcb-cursor0 -icccm4 -keysyms1 -shape0       the X11 plugin
#   libwayland-cursor0 libwayland-egl1             the Wayland plugin
qt_packages="libegl1 libgl1 libfontconfig1 libglib2.0-0 libdbus-1-3 libxkbcommon-x11-0
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libwayland-cursor0 libwayland-egl1"

# What LightGBM's wheel is linked to and does not bring: OpenMP's runtime (ldd lib_lightgbm.so).
model_packages="libgomp1"

# What the tests start: a TURN server; an emulated link between network namespaces, and tools to
# check that it does what it says; a screen, a tray, a notification daemon, a bus for screen readers
# and a key ring on a session bus, and a hand for the mouse; two browsers, for real calls and for
# the extension; what QtMultimedia is linked to, which is tested here for other systems.
test_packages="coturn
    libpulse0 libxrandr2
    gcc libc6-dev iproute2 iputils-ping iperf3 irtt
    xvfb openbox tint2 dunst dbus at-spi2-core gnome-keyring xdotool desktop-file-utils
    chromium firefox-esr"

# How long another set-up of the same checkout is waited for, in seconds.
lock_limit=1800

say() {
    printf 'set-up: %s\n' "$*" >&2
}

fail() {
    say "$*"
    exit 1
}

# set_up run|test: returns when .venv is ready for it, else ends the script with status 1.
set_up() {
    is_set_up "$1" && return
    # The lock is on the checkout's folder itself, so there is no lock file to leave behind; the
    # subshell's end gives it back.
    (
        wait_for_lock
        is_set_up "$1" || build "$1"
    ) 9<"$root" || exit 1
}

# True where nothing is left to do for $1 (run or test).
is_set_up() {
    [ -x "$venv/bin/call-notifier" ] && [ -r "$state/done-$1" ] && [ ! -e "$state/unfinished" ] &&
        [ "$(cat "$state/done-$1")" = "$(made_for) $(contents)" ]
}

# The folder and the interpreter that .venv was made for: its scripts hold the one, links to the other.
made_for() {
    printf '%s %s' "$root" "$(readlink -f -- "$venv/bin/python" 2>/dev/null)"
}

# Changes with whatever a new set-up would take into account.
contents() {
    cat "$root/pyproject.toml" "$root/packaging/setup.sh" | cksum
}

wait_for_lock() {
    command -v flock >/dev/null || return 0 # macOS has none; there, start one set-up at a time
    flock -n 9 && return
    say "another set-up of this checkout is under way; waiting for it"
    flock -w "$lock_limit" 9 || fail "it did not end within $lock_limit s; giving up"
}

build() {
    started=$(date +%s)
    unset PYTHONHOME PYTHONPATH PIP_TARGET PIP_PREFIX PIP_USER PIP_REQUIRE_VIRTUALENV
    find_python
    begin

    packages="$qt_packages $model_packages"
    [ -e /etc/ssl/certs/ca-certificates.crt ] || packages="$packages ca-certificates"
    "$python" -c 'import ensurepip' 2>/dev/null || packages="$packages python3-venv"
    [ "$1" = run ] || packages="$packages $test_packages"
    install_packages "$packages"

    make_venv
    install_project "$1"
    report_missing_libraries
    [ "$1" = run ] || report_missing_packages

    finish "$1"
    say "done in $(($(date +%s) - started)) s"
}

# Sets python to an interpreter that is new enough, and not the one in .venv.
find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        python=$(command -v "$name") || continue
        case $python in "$venv"/*) continue ;; esac
        "$python" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return
    done
    fail "needs Python 3.11 or newer, with its venv module; none is on the PATH"
}

# Makes .venv/set-up, after throwing away a .venv that cannot be trusted any more.
begin() {
    why=
    if [ -e "$state/unfinished" ]; then
        why="the last set-up did not end"
    elif [ -e "$venv" ] && [ "$(cat "$state/made-for" 2>/dev/null)" != "$(made_for)" ]; then
        why=".venv was made for another place or another Python"
    fi
    if [ -n "$why" ]; then
        say "$why; making it anew"
        rm -rf -- "$venv" 2>/dev/null || fail "cannot remove $venv: is it somebody else's?"
    fi
    { mkdir -p -- "$state" && rm -f -- "$state"/done-* "$log" && note ""; } 2>/dev/null ||
        fail "cannot write to $venv"
}

note() {
    printf '%s\n' "$1" 2>/dev/null >>"$log"
}

mark_unfinished() {
    date 2>/dev/null >"$state/unfinished" || fail "cannot write to $venv"
}

# step WHAT COMMAND…: runs it with its output in the log; if it fails, says so and ends.
step() {
    what=$1
    shift
    quietly "$@" && return
    say "$what failed; the end of $log:"
    tail -n 5 -- "$log" >&2
    exit 1
}

# Standard input is not ours to read; a daemon that apt starts must not inherit the lock (9).
quietly() {
    note "+ $*"
    "$@" </dev/null >>"$log" 2>&1 9<&-
}

# --- the system's packages ---

install_packages() {
    has_apt || return 0
    missing=$(missing_packages "$1")
    [ -n "$missing" ] || return 0
    may_be_root || return 0 # what that means is said at the end, by report_missing_…
    say "installing system packages: $missing"
    quietly as_root apt-get update -q || say "apt-get update failed; trying with what apt knows"
    # shellcheck disable=SC2086 # a list of names
    quietly as_root apt-get install -q -y --no-install-recommends \
        -o DPkg::Lock::Timeout=120 $missing ||
        say "apt-get could not install them (see $log); going on without"
    # Debian starts the servers it installs. The tests start their own, where nobody else gets at
    # them.
    for server in coturn irtt iperf3; do
        case " $missing " in *" $server "*)
            command -v systemctl >/dev/null && quietly as_root systemctl disable --now "$server"
            ;;
        esac
    done
    return 0
}

has_apt() {
    command -v apt-get >/dev/null && command -v dpkg-query >/dev/null
}

# Those of $1 that are not installed, on one line. Newer releases call some of them …t64.
missing_packages() {
    list=
    for package in $1; do
        is_installed "$package" || is_installed "${package}t64" || list="$list${list:+ }$package"
    done
    printf '%s' "$list"
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

may_be_root() {
    [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive ${http_proxy:+"http_proxy=$http_proxy"} \
            ${https_proxy:+"https_proxy=$https_proxy"} ${no_proxy:+"no_proxy=$no_proxy"} "$@"
    fi
}

# --- the virtual environment ---

make_venv() {
    [ -e "$state/made-for" ] && return
    say "making a virtual environment in .venv"
    mark_unfinished
    if "$python" -c 'import ensurepip' 2>/dev/null; then
        step "making a virtual environment" "$python" -m venv "$venv"
    else
        # Debian keeps ensurepip in a package of its own, and we may not install it: pip comes from
        # the package index, as a wheel that can install itself.
        step "making a virtual environment" "$python" -m venv --without-pip "$venv"
        wheel=$("$venv/bin/python" "$root/packaging/fetch_pip.py" "$state" </dev/null 2>>"$log") ||
            fail "no pip: $(tail -n 1 -- "$log")"
        step "installing pip" "$venv/bin/python" "$wheel/pip" install --no-index --no-deps "$wheel"
        rm -f -- "$wheel"
    fi
    made_for >"$state/made-for" || fail "cannot write to $venv"
}

install_project() {
    extra=
    [ "$1" = run ] || extra="[$1]"
    say "installing the Python packages (Qt is large: this can take minutes)"
    # Killed half-way, pip leaves packages that look installed; failing, it puts things back.
    mark_unfinished
    quietly "$venv/bin/python" -m pip install --disable-pip-version-check --no-input \
        --progress-bar off -e "$root$extra" && return
    rm -f -- "$state/unfinished"
    say "installing the Python packages failed; pip says (all of it: $log):"
    grep -E '^ *(ERROR|error):' -- "$log" | tail -n 3 >&2 || tail -n 3 -- "$log" >&2
    exit 1
}

finish() {
    # Whoever has what the tests need has what the program needs.
    for name in run "$1"; do
        printf '%s %s\n' "$(made_for)" "$(contents)" >"$state/done-$name" ||
            fail "cannot write to $venv"
    done
    rm -f -- "$state/unfinished"
}

# --- what could not be installed ---

report_missing_libraries() {
    command -v ldd >/dev/null || return 0
    report_missing windows "$qt_packages" "$(missing_libraries PySide6 \
        QtWidgets.abi3.so Qt/plugins/platforms/libqxcb.so)"
    report_missing "forecasts by the model" "$model_packages" "$(missing_libraries lightgbm \
        lib/lib_lightgbm.so)"
}

# missing_libraries PACKAGE FILE…: what these files of a Python package need and the system has not,
# on one line.
missing_libraries() (
    cd -- "$venv"/lib/python3.*/site-packages/"$1" 2>/dev/null || exit 0
    shift
    ldd "$@" 2>/dev/null |
        sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u | tr '\n' ' '
)

# report_missing WHAT PACKAGES LIBRARIES: says what there is not without these libraries, if any.
report_missing() {
    [ -n "$3" ] || return 0
    packages=
    has_apt && packages=$(missing_packages "$2")
    if [ -n "$packages" ]; then
        say "no $1 until these are installed; as root: apt-get install $packages"
    else
        say "no $1 until these libraries are installed: $3"
    fi
}

report_missing_packages() {
    has_apt || return 0
    missing=$(missing_packages "$test_packages")
    [ -z "$missing" ] ||
        say "tests that need these will not run; as root: apt-get install $missing"
}
