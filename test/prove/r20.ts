import type { Proof } from '../measuring/proof';
import { type ErrorsOutcome, orderAmongErrors } from '../scenarios/errors-while-ordering';

const figuresOf = ({ injected, placed, visible, stored }: ErrorsOutcome) => ({
  'errors thrown in the way': injected,
  'orders placed': placed,
  'errors a customer would have seen': visible,
  'orders stored': stored,
});

export const proof: Proof = {
  id: 'R20',
  what: 'about one unit of work in ten meets 40001, 40P01 or a reset connection, before, in and after its commit',
  mustShow: '0 visible errors',
  engines: ['postgres'],
  prove: async (run) => {
    const size = run.size === 'full' ? { orders: 5_000, batch: 4 } : { orders: 120, batch: 2 };
    const outcome = await orderAmongErrors(await run.world(), { ...size, repeats: 'as always' });
    const control = await orderAmongErrors(await run.world(), { ...size, repeats: 'never' });
    return {
      parameters: { orders: size.orders, 'orders a unit of work': size.batch, 'units at once': 8 },
      figures: figuresOf(outcome),
      shown: {
        'errors did come in the way': outcome.injected > 0,
        'no customer would have seen one': outcome.visible === 0,
        'every order is there once': outcome.placed === size.orders && outcome.stored === size.orders,
        'everything adds up': outcome.broken.length === 0,
      },
      control: {
        what: 'each unit of work tried once',
        figures: figuresOf(control),
        failed: control.visible > 0,
      },
    };
  },
};
