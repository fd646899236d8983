import type { Json, NodeId } from '@tendril/journey/model';
import type { FormField } from './form-fields.ts';

/** What every input of a step's form gets. */
export interface FieldProps {
  readonly field: FormField;
  /** As written in the drawing; undefined while nothing is. */
  readonly value: Json | undefined;
  readonly onChange: (value: Json) => void;
  readonly label: string;
  readonly help: string | undefined;
  /** What the compiler says of it; undefined if nothing. */
  readonly error: string | undefined;
  readonly node: NodeId;
  readonly readOnly: boolean;
}

/** What Mantine's inputs share. */
export const inputProps = ({ label, help, error, readOnly }: FieldProps) => ({ label, description: help, error, disabled: readOnly });
