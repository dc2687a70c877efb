# What folkmoot, tests/run and .ci/run share: which Debian packages are needed, and how a preset is built.
# Sourced by bash; the caller sets `root` to the checkout. Everything said here goes to standard error, because the
# standard output belongs to the program and to the test counts.

build_packages=(g++ cmake ninja-build pkg-config libsqlitecpp-dev libsqlite3-dev libhowardhinnant-date-dev
    libunistring-dev libncurses-dev libcli11-dev libfmt-dev libtomlplusplus-dev nlohmann-json3-dev libmd-dev
    libical-dev tzdata)
test_packages=(catch2 python3 python3-pyte strace sqlite3 ccache util-linux man-db groff-base zsh fish chromium
    fenrir yasr brltty taskwarrior calcurse python3-icalendar)
check_packages=(clang-format clang-tidy git)

say() { printf 'Folkmoot: %s\n' "$*" >&2; }

# as_root COMMAND ...: sudo may ask for a password on the terminal, which is the person's to answer.
as_root() {
    if ((EUID == 0)); then
        "$@"
    else
        sudo "$@"
    fi
}

# install_packages NAME ...: installs what is missing and leaves the network alone when nothing is.
install_packages() {
    command -v dpkg-query >/dev/null || return 0 # not a Debian: the configure step says what it does not find
    local name state log
    local -a missing=()
    for name in "$@"; do
        state=$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null) || state=
        [[ $state == installed ]] || missing+=("$name")
    done
    ((${#missing[@]})) || return 0
    local by_hand="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        say "these Debian packages are missing, and installing them needs root: ${missing[*]}"
        say "ask someone who is root on this machine to run: $by_hand"
        return 1
    fi
    say "installing ${missing[*]}"
    log=$(mktemp) || return 1
    # A machine that has just started may be updating itself; waiting for it beats failing.
    if ! {
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update &&
            as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 install -y \
                --no-install-recommends "${missing[@]}"
    } >"$log" 2>&1 </dev/null; then
        cat -- "$log" >&2
        rm -f -- "$log"
        say "the packages could not be installed. As root, this does it by hand: $by_hand"
        return 1
    fi
    rm -f -- "$log"
}

axe_version=4.14.1
axe_sum=29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c
axe=$root/build/cache/axe-$axe_version.min.js

# fetch_axe: what looks pages over for the tests. Debian does not have it; its package is the npm registry's.
fetch_axe() {
    sha256sum --check --status <<<"$axe_sum  $axe" 2>/dev/null && return 0
    command -v npm >/dev/null || install_packages npm || return 1
    local scratch status
    scratch=$(mktemp -d) || return 1
    say "fetching axe-core $axe_version"
    (
        cd -- "$scratch" && npm pack --silent "axe-core@$axe_version" && tar -xzf "axe-core-$axe_version.tgz" &&
            sha256sum --check --status <<<"$axe_sum  package/axe.min.js" && mkdir -p -- "${axe%/*}" &&
            mv -f -- package/axe.min.js "$axe"
    ) >&2 </dev/null
    status=$?
    rm -rf -- "$scratch"
    ((status == 0)) || say "axe-core $axe_version could not be fetched, or is not what it was."
    return $status
}

# The stamp is as old as the start of the last good build and holds the checkout's path. The program's own time would
# not do: a build that changes nothing does not touch it. The path is there because it is compiled in.
is_built() {
    local stamp=$root/build/$1/.built
    [[ -x $root/build/$1/folkmoot && -f $stamp && $(<"$stamp") == "$root" ]] &&
        [[ -z $(find "$root/src" "$root/screens" "$root/cmake" "$root/CMakeLists.txt" "$root/CMakePresets.json" \
            "$root/folkmoot" -newer "$stamp" -print -quit) ]]
}

build_locked() {
    local preset=$1 folder=$root/build/$1
    local log=$folder/setup.log
    # A checkout that was moved or copied has a cache that names the old place, and CMake refuses it.
    if [[ -f $folder/CMakeCache.txt ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        rm -rf -- "$folder"
    fi
    mkdir -p -- "$folder" || return 1
    printf '%s\n' "$root" >"$folder/.building" || return 1
    if ! {
        cmake -S "$root" --preset "$preset" --log-level=WARNING && cmake --build "$folder" -- --quiet
    } >"$log" 2>&1 </dev/null; then
        cat -- "$log" >&2
        say "building failed (preset $preset); the log is above."
        return 1
    fi
    mv -f -- "$folder/.building" "$folder/.built"
}

# build PRESET: two starts at once take turns, so that they cannot spoil each other's files.
build() {
    if ! mkdir -p -- "$root/build" || [[ ! -w $root/build ]]; then
        say "the folder $root/build cannot be written to, and the program has to be built there."
        return 1
    fi
    (
        flock 9 || exit 1
        build_locked "$1" 9>&-
    ) 9>"$root/build/.lock-$1"
}
