import {
  type Icon,
  IconAdjustments,
  IconArrowFork,
  IconArrowsRandom,
  IconArrowsSplit2,
  IconArrowsTransferDown,
  IconBell,
  IconBolt,
  IconBrandWechat,
  IconBroadcast,
  IconCalendar,
  IconCalendarClock,
  IconCalendarRepeat,
  IconChartLine,
  IconCircleCheck,
  IconClock,
  IconCornerDownRight,
  IconFilter,
  IconFilterStar,
  IconFlag,
  IconFolder,
  IconForms,
  IconGitMerge,
  IconHandClick,
  IconHeadset,
  IconHourglass,
  IconHourglassEmpty,
  IconLogin2,
  IconMail,
  IconMessage,
  IconMessageCircle,
  IconMoonStars,
  IconNote,
  IconPencil,
  IconPlayerPlay,
  IconPlugConnected,
  IconRoute,
  IconRouteAltLeft,
  IconSend,
  IconStack2,
  IconStairs,
  IconStar,
  IconTag,
  IconTarget,
  IconUserBolt,
  IconUserPlus,
  IconUserStar,
  IconUsers,
  IconUsersGroup,
  IconWebhook,
} from '@tabler/icons-react';
import type { Family } from '@tendril/journey/nodes';
import css from './family-icon.module.css';

/** Tabler icons by the names that node definitions use. A name that is not here is drawn as its family's icon. */
export const ICONS: { readonly [name: string]: Icon } = {
  adjustments: IconAdjustments,
  'arrow-fork': IconArrowFork,
  'arrows-random': IconArrowsRandom,
  'arrows-split-2': IconArrowsSplit2,
  'arrows-transfer-down': IconArrowsTransferDown,
  bell: IconBell,
  bolt: IconBolt,
  'brand-wechat': IconBrandWechat,
  broadcast: IconBroadcast,
  calendar: IconCalendar,
  'calendar-clock': IconCalendarClock,
  'calendar-repeat': IconCalendarRepeat,
  'chart-line': IconChartLine,
  'circle-check': IconCircleCheck,
  clock: IconClock,
  'corner-down-right': IconCornerDownRight,
  filter: IconFilter,
  'filter-star': IconFilterStar,
  flag: IconFlag,
  folder: IconFolder,
  forms: IconForms,
  'git-merge': IconGitMerge,
  'hand-click': IconHandClick,
  headset: IconHeadset,
  hourglass: IconHourglass,
  'hourglass-empty': IconHourglassEmpty,
  mail: IconMail,
  message: IconMessage,
  'message-circle': IconMessageCircle,
  'moon-stars': IconMoonStars,
  note: IconNote,
  pencil: IconPencil,
  'player-play': IconPlayerPlay,
  'plug-connected': IconPlugConnected,
  route: IconRoute,
  'route-alt-left': IconRouteAltLeft,
  send: IconSend,
  'stack-2': IconStack2,
  stairs: IconStairs,
  star: IconStar,
  tag: IconTag,
  target: IconTarget,
  'user-bolt': IconUserBolt,
  'user-plus': IconUserPlus,
  'user-star': IconUserStar,
  users: IconUsers,
  'users-group': IconUsersGroup,
  webhook: IconWebhook,
};

const FAMILY_ICONS: Readonly<Record<Family, Icon>> = {
  entry: IconLogin2,
  time: IconClock,
  logic: IconArrowsSplit2,
  act: IconSend,
  people: IconUsers,
  end: IconFlag,
};

interface FamilyIconProps {
  readonly family: Family;
  readonly icon: string;
  /** Edge length of the tile in pixels. */
  readonly size?: number;
}

/** The icon of a step type on a tile of its family's colour. Decorative: the name stands beside it. */
export function FamilyIcon({ family, icon, size = 30 }: FamilyIconProps) {
  const Glyph = ICONS[icon] ?? FAMILY_ICONS[family];
  return (
    <span className={css['tile']} data-family={family} style={{ width: size, height: size }} aria-hidden>
      <Glyph size={Math.round(size * 0.6)} stroke={1.8} />
    </span>
  );
}
