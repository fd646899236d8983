/** The templates of the demo workspace, as data. */
import { contentByIndustry } from './content-by-industry.ts';
import type { DemoTemplate } from './demo-template.ts';
import { thankYou } from './thank-you.ts';
import { wecomInvite } from './wecom-invite.ts';

export type { DemoTemplate } from './demo-template.ts';

/** Every template the demo journeys name, in the order in which a lead meets them. */
export const demoTemplates: readonly DemoTemplate[] = [thankYou, contentByIndustry, wecomInvite];
