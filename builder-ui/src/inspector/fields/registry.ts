import type { FieldHint } from '@tendril/journey/nodes';
import type { ComponentType } from 'react';
import type { FieldProps } from '../field-props.ts';
import { ConditionField } from './condition-field.tsx';
import { DurationField } from './duration-field.tsx';
import { EventPatternsField, PropertyTestsField } from './event-fields.tsx';
import {
  EmailTemplateField,
  EventField,
  GradesField,
  JourneyField,
  LeadFieldField,
  PeopleField,
  PoolField,
  SegmentField,
  SmsTemplateField,
  StageField,
  StepField,
  TagField,
  TopicField,
  WecomTemplateField,
} from './pick-fields.tsx';
import { ChoiceField, LongTextField, NumberField, TextField, ToggleField } from './plain-fields.tsx';
import { ContentItemsField, PairsField, RateField, ResponseMappingField, ValueField } from './table-fields.tsx';
import { DateField, ScheduleRuleField, TimeField, WeekdaysField } from './time-fields.tsx';
import { BranchesField, GateOutcomesField, OutcomePathsField, SplitArmsField } from './way-fields.tsx';

/** The input of every hint. A hint without one does not compile. */
export const FIELDS = {
  text: TextField,
  'long-text': LongTextField,
  number: NumberField,
  toggle: ToggleField,
  choice: ChoiceField,
  duration: DurationField,
  condition: ConditionField,
  event: EventField,
  'event-patterns': EventPatternsField,
  'property-tests': PropertyTestsField,
  'template-email': EmailTemplateField,
  'template-wecom': WecomTemplateField,
  'template-sms': SmsTemplateField,
  topic: TopicField,
  pool: PoolField,
  stage: StageField,
  grades: GradesField,
  'lead-field': LeadFieldField,
  people: PeopleField,
  segment: SegmentField,
  tag: TagField,
  journey: JourneyField,
  step: StepField,
  'gate-outcomes': GateOutcomesField,
  branches: BranchesField,
  'outcome-paths': OutcomePathsField,
  'split-arms': SplitArmsField,
  'content-items': ContentItemsField,
  'response-mapping': ResponseMappingField,
  headers: PairsField,
  properties: PairsField,
  value: ValueField,
  date: DateField,
  time: TimeField,
  weekdays: WeekdaysField,
  'schedule-rule': ScheduleRuleField,
  rate: RateField,
} as const satisfies Record<FieldHint, ComponentType<FieldProps>>;
