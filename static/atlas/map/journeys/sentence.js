/**
 * A sentence with its named holes filled; a hole that nothing fills stays.
 * @param {string} pattern such as "{start} to {goal}"
 * @param {Record<string, unknown>} parts
 */
export function sentence(pattern, parts) {
  return pattern.replace(/\{(\w+)\}/g, (hole, name) => String(parts[name] ?? hole));
}
