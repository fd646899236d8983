import {
  IconArrowsSplit,
  IconBrandWechat,
  IconClock,
  IconDoorEnter,
  IconEye,
  IconFileDownload,
  IconFlag,
  IconHandClick,
  IconHeadset,
  IconMail,
  IconMessage,
  IconMicrophone,
  IconPlayerPlay,
  IconStarFilled,
  IconWebhook,
} from '@tabler/icons-react';
import css from './timeline.module.css';

type Family = 'entry' | 'time' | 'logic' | 'act' | 'people' | 'end';
type Look = readonly [typeof IconMail, Family];

const MAIL: Look = [IconMail, 'act'];
const WECOM: Look = [IconBrandWechat, 'act'];
const PEOPLE: Look = [IconHeadset, 'people'];

const LOOKS: Readonly<Record<string, Look>> = {
  email: MAIL,
  'send-email': MAIL,
  wecom: WECOM,
  'send-wecom': WECOM,
  sms: [IconMessage, 'act'],
  'call-webhook': [IconWebhook, 'act'],
  'hand-to-sdr': PEOPLE,
  exit: [IconFlag, 'end'],
  goal: [IconFlag, 'end'],
  'Page Viewed': [IconEye, 'time'],
  'Content Downloaded': [IconFileDownload, 'time'],
  'Content Opened': [IconFileDownload, 'time'],
  'Live Registered': [IconPlayerPlay, 'time'],
  'Live Attended': [IconPlayerPlay, 'time'],
  'Conference Attended': [IconMicrophone, 'time'],
  'Email Clicked': [IconHandClick, 'act'],
};

const KIND_LOOKS: Readonly<Record<string, Look>> = {
  event: [IconHandClick, 'time'],
  message: MAIL,
  trail: [IconArrowsSplit, 'logic'],
  handoff: PEOPLE,
  score: [IconStarFilled, 'logic'],
};

const PREFIX_LOOKS: readonly (readonly [string, Look])[] = [
  ['entry', [IconDoorEnter, 'entry']],
  ['wait', [IconClock, 'time']],
  ['Email', MAIL],
  ['WeCom', WECOM],
  ['SDR', PEOPLE],
];

function lookOf(kind: string, icon: string): Look {
  const byPrefix = PREFIX_LOOKS.find(([prefix]) => icon.startsWith(prefix));
  return LOOKS[icon] ?? byPrefix?.[1] ?? KIND_LOOKS[kind] ?? [IconArrowsSplit, 'logic'];
}

/** The tile that tells at a glance what sort of thing happened; the sentence beside it says the same in words. */
export function TimelineIcon({ kind, icon }: { readonly kind: string; readonly icon: string }) {
  const [Icon, family] = lookOf(kind, icon);
  return (
    <span className={css['tile']} style={{ color: `var(--${family})`, background: `color-mix(in srgb, var(--${family}) 13%, transparent)` }}>
      <Icon size={13} stroke={1.8} aria-hidden />
    </span>
  );
}
