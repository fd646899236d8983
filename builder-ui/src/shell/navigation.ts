import {
  IconAddressBook,
  IconFileImport,
  IconGauge,
  IconHeadset,
  IconMail,
  IconRoute,
  IconSettings,
  IconTemplate,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { Session } from './session-context.ts';

type Role = Session['role'];

/** A way through the product: the page, its icon and text, and the roles that may go there. */
export interface NavigationItem {
  readonly to: '/journeys' | '/leads' | '/segments' | '/imports' | '/desk' | '/messages' | '/templates' | '/overview' | '/settings';
  readonly text: 'journeys' | 'leads' | 'segments' | 'imports' | 'desk' | 'messages' | 'templates' | 'overview' | 'settings';
  readonly icon: typeof IconRoute;
  readonly roles: readonly Role[];
}

/** Every page of the navigation, in its order. The roles are those of the API's permissions. */
export const NAVIGATION: readonly NavigationItem[] = [
  { to: '/overview', text: 'overview', icon: IconGauge, roles: ['manager', 'marketer', 'admin'] },
  { to: '/journeys', text: 'journeys', icon: IconRoute, roles: ['marketer', 'manager', 'admin'] },
  { to: '/leads', text: 'leads', icon: IconAddressBook, roles: ['marketer', 'sdr', 'manager', 'admin'] },
  { to: '/segments', text: 'segments', icon: IconUsersGroup, roles: ['marketer', 'manager', 'admin'] },
  { to: '/imports', text: 'imports', icon: IconFileImport, roles: ['marketer', 'admin'] },
  { to: '/desk', text: 'desk', icon: IconHeadset, roles: ['sdr', 'manager', 'admin'] },
  { to: '/messages', text: 'messages', icon: IconMail, roles: ['marketer', 'manager', 'admin'] },
  { to: '/templates', text: 'templates', icon: IconTemplate, roles: ['marketer', 'manager', 'admin'] },
  { to: '/settings', text: 'settings', icon: IconSettings, roles: ['marketer', 'admin'] },
];

/** Where a role begins its day. */
export const homeOf = (role: Role): NavigationItem['to'] => {
  switch (role) {
    case 'sdr':
      return '/desk';
    case 'manager':
      return '/overview';
    case 'marketer':
    case 'admin':
      return '/journeys';
  }
};
