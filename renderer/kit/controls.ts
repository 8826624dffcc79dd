/** The controls of the house. Screens take them from here and never from the library, so that it can be exchanged. */
export {
  AutoComplete,
  Button,
  Checkbox,
  Input,
  InputNumber,
  Modal,
  Popover,
  Radio,
  Segmented,
  Select,
  Splitter,
  Steps,
  Tooltip,
} from 'antd'
export type { InputRef } from 'antd'
