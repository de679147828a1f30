import { useWords } from '~/i18n/index';

export default function SignIn() {
  const words = useWords().identity.signIn;
  return (
    <main id="isi">
      <h1>{words.title}</h1>
    </main>
  );
}
