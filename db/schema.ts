import type { FestivalTables } from './schema/festivals';
import type { IdentityTables } from './schema/identity';
import type { MenuTables } from './schema/menus';
import type { MerchantTables } from './schema/merchants';
import type { OrderTables } from './schema/orders';
import type { PlatformTables } from './schema/platform';
import type { PrivacyTables } from './schema/privacy';
import type { StallTables } from './schema/stalls';
import type { TrainingTables } from './schema/training';
import type { WalletTables } from './schema/wallet';

/** Every table, by owner. Columns are text, integer and bytes only (docs/architecture.md). */
export interface Database
  extends PlatformTables,
    IdentityTables,
    WalletTables,
    MerchantTables,
    MenuTables,
    TrainingTables,
    FestivalTables,
    StallTables,
    OrderTables,
    PrivacyTables {}
