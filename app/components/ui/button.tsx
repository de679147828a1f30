import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from './icon';

type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  /** primary = the one sambal act of a screen. */
  variant?: ButtonVariant;
  icon?: IconName;
  /** Fills its row: the main act on a phone. */
  wide?: boolean;
  children: ReactNode;
}

function classOf({ variant = 'secondary', wide }: Pick<Look, 'variant' | 'wide'>, more?: string) {
  return ['button', `button-${variant}`, wide && 'button-wide', more].filter(Boolean).join(' ');
}

export type ButtonProps = Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'style'>;

/** A button of a form. Its text is a bare verb and an object, at most 24 letters. */
export function Button({ variant, icon, wide, children, className, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button type={type} className={classOf({ variant, wide }, className)} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

export interface ButtonLinkProps extends Look {
  href: string;
  className?: string;
  rel?: string;
  target?: string;
  download?: boolean | string;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ variant, icon, wide, children, className, ...rest }: ButtonLinkProps) {
  return (
    <a className={classOf({ variant, wide }, className)} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  );
}
