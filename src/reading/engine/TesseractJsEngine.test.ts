import { describeEngine } from '../../../test/support/engineConformance.js';
import { TesseractJsEngine } from './TesseractJsEngine.js';

describeEngine('tesseract.js', () => TesseractJsEngine.start());
