import { answerNotFound } from '~/web/answer.server';

/** Every address that is no other's. */
export function loader() {
  throw answerNotFound();
}

export function action() {
  throw answerNotFound();
}

export default function NotFound() {
  return null;
}
