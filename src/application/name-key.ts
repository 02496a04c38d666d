/** By which name and birth date somebody is looked for; both whole. */
export type NamedPerson = Readonly<{ familyName: string; birthDate: string }>;

/**
 * What a keyed hash is made of so that somebody is found by surname and birth date: the surname without case, accents, spaces and
 * signs, as `van den Berg-Öztürk` and `VAN DEN BERG OZTURK` are the same. Nothing where one of the two is not known.
 */
export function nameKeyOf({ familyName, birthDate }: Readonly<Record<string, unknown>>): readonly [string, string] | null {
  if (typeof familyName !== 'string' || typeof birthDate !== 'string') return null;

  const surname = familyName
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
  return surname === '' ? null : [surname, birthDate];
}
