import { useWords } from '~/i18n';
import { RefusalNotice, type RefusalNoticeProps } from './refusal-notice';

/** An address that only answers a button: why it was refused, or, to whoever just opens it, that nothing is to be done here. */
export function OnlyAnswer({ refusal }: Pick<RefusalNoticeProps, 'refusal'>) {
  const { common } = useWords();
  return refusal ? <RefusalNotice refusal={refusal} tone="attention" /> : <p>{common.nothingToDo}</p>;
}
