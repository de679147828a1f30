import { gzipSync } from 'node:zlib';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { LessonBody } from '~/components/training/lesson-body';
import { QuizForm } from '~/components/training/quiz-form';
import { readLesson } from '~/domain/training/read-lesson.server';
import type { LessonSlug } from '~/domain/training/training';
import { LanguageProvider } from '~/i18n';
import type { Language } from '~/shared/language';

/** A lesson as it stands on its page: text, drawing and quiz. Versions never change, so neither does this. */
export function renderLesson(slug: LessonSlug, version: number, language: Language): string {
  const lesson = readLesson(slug, version, language);
  if (!lesson) throw new Error(`no lesson ${slug} v${version}`);
  const quiz = { quiz: lesson.quiz, attempt: 'att_00000000000000000000000000', passed: false };
  const parts = [
    createElement(LessonBody, { key: 'body', blocks: lesson.blocks }),
    createElement(QuizForm, { key: 'quiz', ...quiz }),
  ];
  return renderToStaticMarkup(createElement(LanguageProvider, { value: language }, parts));
}

const sizes = new Map<string, number>();

/** What a lesson weighs on the way to the phone, compressed, in bytes. */
export function lessonBytes(slug: LessonSlug, version: number, language: Language): number {
  const key = `${slug} ${version} ${language}`;
  const known = sizes.get(key);
  if (known !== undefined) return known;
  const bytes = gzipSync(renderLesson(slug, version, language)).length;
  sizes.set(key, bytes);
  return bytes;
}
