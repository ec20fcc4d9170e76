#!/bin/sh
# Builds the program and its plugins and installs them under a prefix:
#
#     ./install.sh [PREFIX]        default: ~/.local
#
# The program goes to PREFIX/bin, the plugins to PREFIX/lib/summariser/plugins, where the program finds them from
# anywhere; pages for `man` and completions for bash, fish and zsh go to PREFIX/share. To remove them:
#
#     rm PREFIX/bin/summarise; rm -r PREFIX/lib/summariser; find PREFIX/share -name '*summarise*' -delete
set -eu

prefix=${1:-${HOME:?set HOME, or name a prefix}/.local}
plugins=$prefix/lib/summariser/plugins
mkdir -p "$prefix/bin" "$plugins"
prefix=$(cd "$prefix" && pwd)
plugins=$prefix/lib/summariser/plugins

cd "$(dirname "$0")"
cargo build --release --locked
target=$(cargo metadata --format-version 1 --no-deps --locked | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')

case $(uname -s) in
    Darwin) suffix=dylib ;;
    *) suffix=so ;;
esac

# A new file takes the place of the old one at once: a program that is running keeps the one it has.
put() {
    cp "$1" "$2/.new-$$"
    chmod "$3" "$2/.new-$$"
    mv -f "$2/.new-$$" "$2/$(basename "$1")"
}
for plugin in plugins/*/; do
    put "$target/release/libsummariser_$(basename "$plugin" | tr - _).$suffix" "$plugins" 644
done
put "$target/release/summarise" "$prefix/bin" 755

summarise=$prefix/bin/summarise
share=$prefix/share
pages=$share/man/man1
mkdir -p "$pages" "$share/bash-completion/completions" "$share/fish/vendor_completions.d" "$share/zsh/site-functions"
for command in '' plugin 'plugin list' 'plugin info' 'plugin install' 'plugin remove' 'plugin enable' 'plugin disable' \
    'plugin doctor' config eval; do
    # shellcheck disable=SC2086  # the words of a command
    "$summarise" man $command > "$pages/$(echo summarise $command | tr ' ' -).1"
done
"$summarise" completions bash > "$share/bash-completion/completions/summarise"
"$summarise" completions fish > "$share/fish/vendor_completions.d/summarise.fish"
"$summarise" completions zsh > "$share/zsh/site-functions/_summarise"

"$summarise" --version
"$summarise" plugin list
case :$PATH: in
    *:"$prefix/bin":*) ;;
    *) echo "$prefix/bin is not in your PATH yet: export PATH=\"$prefix/bin:\$PATH\"" ;;
esac
