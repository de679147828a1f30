import { Icon, type IconName } from '~/components/ui/icon';

export interface NavItem {
  key: string;
  href: string;
  label: string;
  icon: IconName;
}

/** Navigation of one role: fixed at the bottom of a phone, at the side from 960 px. At most five items. */
export function SideNav({
  label,
  title,
  items,
  current,
}: {
  label: string;
  title?: string;
  items: NavItem[];
  current?: string;
}) {
  return (
    <nav className="side-nav" aria-label={label}>
      {title ? <p className="side-nav-title">{title}</p> : null}
      <ul>
        {items.map((item) => (
          <li key={item.key}>
            <a href={item.href} aria-current={item.key === current ? 'page' : undefined}>
              <Icon name={item.icon} />
              <span>{item.label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
