/** The oldest Node.js that the package manager and the tools install on. */
const OLDEST_NODE = [20, 19];

/**
 * Whether this Node.js is too old to install anything with.
 * @param {string} version such as "20.19.4"
 * @returns {string | undefined} one sentence with the remedy, or undefined when all is well
 */
export function findOldNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = OLDEST_NODE;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return undefined;
  return `Tendril needs Node.js ${OLDEST_NODE.join('.')} or newer, and this is ${version}: install a newer one from https://nodejs.org and start again.`;
}
