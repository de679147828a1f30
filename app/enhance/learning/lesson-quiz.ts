import { newSecretId } from '~/shared/ids';
import { courseOf, keepEvent } from './kept-events';
import type { UnsentEventsElement } from './unsent-events';

/**
 * The quiz of a lesson: its answers are kept on this phone first and sent then, so that none is lost with the network.
 * The server judges them; without it this shows what is right by the lesson itself.
 */
export class LessonQuizElement extends HTMLElement {
  private readonly base = courseOf(location.pathname);

  connectedCallback() {
    this.addEventListener('submit', this.answer);
    this.querySelector('[data-quiz-again]')?.addEventListener('click', this.again);
  }

  disconnectedCallback() {
    this.removeEventListener('submit', this.answer);
  }

  private readonly answer = async (event: Event) => {
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    const questions = [...this.querySelectorAll<HTMLElement>('[data-question]')].map(
      ({ dataset }) => dataset.question ?? '',
    );
    const choices = new Map(questions.map((question) => [question, String(fields.get(`q_${question}`) ?? '')]));
    const isWhole = [...choices.values()].every(Boolean);
    const isOffline = this.dataset.offline !== undefined;
    // What is left out is said by the server where it can be asked, beside each question.
    if (!isWhole && !isOffline) return;
    event.preventDefault();
    if (!isWhole) return this.say(this.dataset.unanswered ?? '');
    const attempt = String(fields.get('attempt') || newSecretId('att'));
    this.keep(attempt, choices);
    const unsent = document.querySelector<UnsentEventsElement>('unsent-events');
    const { lesson = '' } = this.dataset;
    if (this.base && (await unsent?.send()) === 'sent') {
      location.assign(`${this.base}/${lesson}?percobaan=${attempt}#hasil-kuis`);
      return;
    }
    this.show(choices);
  };

  private keep(attempt: string, choices: ReadonlyMap<string, string>) {
    if (!this.base) return;
    const { lesson = '', version } = this.dataset;
    const common = { lesson, version: Number(version), attempt };
    for (const [question, choice] of choices)
      keepEvent(this.base, { ...common, kind: 'quiz_answered', question, choice });
    keepEvent(this.base, { ...common, kind: 'quiz_finished' });
  }

  private show(choices: ReadonlyMap<string, string>) {
    let right = 0;
    for (const question of this.querySelectorAll<HTMLElement>('[data-question]')) {
      const choice = choices.get(question.dataset.question ?? '');
      if (choice === question.dataset.right) right += 1;
      for (const part of question.querySelectorAll<HTMLElement>('[data-choice]'))
        part.hidden = part.dataset.choice !== choice;
    }
    const { passed = '', failed = '', needed } = this.dataset;
    this.say((right >= Number(needed) ? passed : failed).replace('{benar}', String(right)));
    this.turn(true);
  }

  private readonly again = () => {
    const form = this.querySelector('form');
    form?.reset();
    // Another try is another attempt; a page from the server has one id in it, which is used up.
    const attempt = form?.querySelector<HTMLInputElement>('[name=attempt]');
    if (attempt) attempt.value = newSecretId('att');
    this.say('');
    this.turn(false);
    form?.scrollIntoView();
  };

  private turn(isAnswered: boolean) {
    const form = this.querySelector('form');
    const feedback = this.querySelector<HTMLElement>('[data-quiz-feedback]');
    if (form) form.hidden = isAnswered;
    if (feedback) feedback.hidden = !isAnswered;
  }

  private say(text: string) {
    const said = this.querySelector<HTMLElement>('[data-quiz-said]');
    if (!said) return;
    said.hidden = text === '';
    const words = said.querySelector('p') ?? said;
    words.textContent = text;
    said.scrollIntoView({ block: 'center' });
  }
}
