import { BaseSequencer } from 'vitest/node';

/** Folders of files that take minutes, the longest first: begun last, one of them would run on alone at the end. */
const LONG = [
  '/test/browser/',
  '/test/load/',
  '/test/simulator/',
  '/integrations/stripe/',
  '/wallet/ledger-property',
  '/test/architecture/',
  '/test/database/',
  '/test/http/',
];

/** On a fresh clone nobody knows how long a file took the last time, so that is told by where it lies. */
export class LongestFirst extends BaseSequencer {
  async sort(files) {
    const place = ({ moduleId }) => LONG.findIndex((part) => moduleId.includes(part));
    const rank = (file) => (place(file) === -1 ? LONG.length : place(file));
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
