/**
 * Whether node_modules holds what the lock file names, by what npm itself wrote there when it was ready.
 *
 * Shape: `lock` is package-lock.json and `present` node_modules/.package-lock.json, both parsed; null when it is absent.
 * Packages that are optional may be absent, since most are for other machines; none may be there that is for another one.
 */
export function isInstalledAs(lock, present, { platform, arch }) {
  if (present === null) return false;
  const fits = ({ os, cpu }) => (os?.includes(platform) ?? true) && (cpu?.includes(arch) ?? true);

  const wanted = Object.entries(lock.packages).filter(([place]) => place !== '');
  const same = ([place, { version, integrity, optional }]) => {
    const found = present.packages[place];
    return found ? found.version === version && found.integrity === integrity : optional === true;
  };
  return wanted.every(same) && Object.entries(present.packages).every(([place, found]) => place in lock.packages && fits(found));
}
