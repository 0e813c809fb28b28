#!/usr/bin/env bash
# The language of what is said: the locale's, or the one that --ui states; programs get English
# unless one is stated.
set -u
program=${SYNOPTIC:?names the program to test}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
printf '1. The port pays 1200 dollars.\n\n2. The river is free.\n\n3. The town pays.\n' >en.txt
printf '1. Le port paie 1300 dollars.\n\n2. Le fleuve est libre.\n\n3. La ville paie.\n' >fr.txt
failures=0

# says LOCALE TEXT ARGUMENT...: the output of the program, both streams, has the text.
says() {
  local locale=$1 text=$2
  shift 2
  local said
  said=$(LC_ALL=$locale "$program" "$@" 2>&1)
  grep -qF -- "$text" <<<"$said" && return
  printf 'LC_ALL=%s synoptic %s: no "%s" in\n%s\n' "$locale" "$*" "$text" "$said"
  failures=$((failures + 1))
}

pair=(compare en=en.txt fr=fr.txt)
says C '3 clauses in fr; 3 of the 3 clauses of the original paired' "${pair[@]}"
says C.UTF-8 '3 clauses in fr' "${pair[@]}"
says pl_PL.UTF-8 '3 clauses in fr' "${pair[@]}"
says fr_CA.UTF-8 '3 clauses en fr' "${pair[@]}"
says de_DE.UTF-8 'Fehler: number: 1: Zahlen 1200 im Original, 1300 in der Übersetzung' "${pair[@]}"
says ru 'ошибка: number: 1: числа в подлиннике 1200' "${pair[@]}"
says C 'error: number: 1: números' --ui es "${pair[@]}"
says C '错误: number: 1：原文数字 1200，译文 1300' "${pair[@]}" --ui zh
says fr_FR.UTF-8 'error: number: 1: numbers' "${pair[@]}" --ui en
says C 'الأعداد' --ui ar "${pair[@]}"
says C 'ar, de, en, es, fr, ru, zh' --ui tlh "${pair[@]}"
says fr_FR.UTF-8 'le programme ne parle pas' --ui tlh status
says es_ES.UTF-8 'no existe ese archivo' compare missing.txt fr.txt
says fr_FR.UTF-8 'Clause sans équivalent dans la traduction' checks

for format in json sarif; do
  says fr_FR.UTF-8 'numbers 1200 in the original' "${pair[@]}" --format "$format"
  says C 'nombres 1200 dans l’original' "${pair[@]}" --format "$format" --ui fr
done
says fr_FR.UTF-8 'Number that the other side does not say' checks --format json
says fr_FR.UTF-8 'Number that the other side does not say' checks --format markdown

LC_ALL=C "$program" --ui tlh "${pair[@]}" >/dev/null 2>&1
[ $? = 2 ] || { echo 'an unknown --ui does not end with 2'; failures=$((failures + 1)); }
[ "$failures" = 0 ]
