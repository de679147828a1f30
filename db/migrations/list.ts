import { platformTables } from './0001-platform';
import { identityTables } from './0002-identity';
import { walletTables } from './0003-wallet';
import { merchantTables } from './0004-merchants';
import { menuTables } from './0005-menus';
import { trainingTables } from './0006-training';
import { festivalTables } from './0007-festivals';
import { stallTables } from './0008-stalls';
import { orderTables } from './0009-orders';
import { moneyRules } from './0010-money-rules';
import { nikTable } from './0011-nik';
import { walletPinPass } from './0012-wallet-pin-pass';
import { orderPush } from './0013-order-push';
import { boardTables } from './0014-board';
import { pictureVariants } from './0015-picture-variants';
import { manyRowsIndexes } from './0016-indexes';
import { codeGate } from './0017-code-gate';
import { paperTables } from './0018-papers';
import { paperRules } from './0019-paper-rules';
import { sectionReview } from './0020-section-review';
import { payoutAccount } from './0021-payout-account';
import { privacyTables } from './0024-privacy';
import { courseActs } from './0026-course-acts';
import { trainingRule } from './0027-training-rule';
import { certificates } from './0028-certificates';
import { coaching } from './0029-coaching';
import type { Migration } from './columns';

/** Every migration in order. A test holds this list against the folder; a published one is never edited. */
export const migrations: readonly { name: string; run: Migration }[] = [
  { name: '0001-platform', run: platformTables },
  { name: '0002-identity', run: identityTables },
  { name: '0003-wallet', run: walletTables },
  { name: '0004-merchants', run: merchantTables },
  { name: '0005-menus', run: menuTables },
  { name: '0006-training', run: trainingTables },
  { name: '0007-festivals', run: festivalTables },
  { name: '0008-stalls', run: stallTables },
  { name: '0009-orders', run: orderTables },
  { name: '0010-money-rules', run: moneyRules },
  { name: '0011-nik', run: nikTable },
  { name: '0012-wallet-pin-pass', run: walletPinPass },
  { name: '0013-order-push', run: orderPush },
  { name: '0014-board', run: boardTables },
  { name: '0015-picture-variants', run: pictureVariants },
  { name: '0016-indexes', run: manyRowsIndexes },
  { name: '0017-code-gate', run: codeGate },
  { name: '0018-papers', run: paperTables },
  { name: '0019-paper-rules', run: paperRules },
  { name: '0020-section-review', run: sectionReview },
  { name: '0021-payout-account', run: payoutAccount },
  { name: '0024-privacy', run: privacyTables },
  { name: '0026-course-acts', run: courseActs },
  { name: '0027-training-rule', run: trainingRule },
  { name: '0028-certificates', run: certificates },
  { name: '0029-coaching', run: coaching },
];
