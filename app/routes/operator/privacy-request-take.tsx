import { takeRequest } from '~/domain/privacy/take-request.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { moveAndShow } from './move-request.server';

export async function action(args: ActionFunctionArgs) {
  return moveAndShow(args, takeRequest);
}
