import type { ComponentType } from 'react';
import { DangerZone } from './danger-zone';
import { Drawer } from './drawer';
import { FourSteps } from './four-steps';
import { OwnScreen } from './own-screen';
import { PhotoSetup } from './photo-setup';
import { PriceBar } from './price-bar';
import { PromoSplit } from './promo-split';
import { SameName } from './same-name';
import { StallPlan } from './stall-plan';
import { TenMinutes } from './ten-minutes';

/** Drawings by the name a lesson's text calls them. */
const DRAWINGS: Record<string, ComponentType<{ caption: string }>> = {
  'danger-zone': DangerZone,
  drawer: Drawer,
  'four-steps': FourSteps,
  'own-screen': OwnScreen,
  'photo-setup': PhotoSetup,
  'price-bar': PriceBar,
  'promo-split': PromoSplit,
  'same-name': SameName,
  'stall-plan': StallPlan,
  'ten-minutes': TenMinutes,
};

/** A drawing of a lesson; a name that nobody drew is a bug of the lesson and throws. */
export function Drawing({ name, caption }: { name: string; caption: string }) {
  const Drawn = DRAWINGS[name];
  if (!Drawn) throw new Error(`no drawing ${name}`);
  return <Drawn caption={caption} />;
}
