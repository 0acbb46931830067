import { legacyTable } from './LegacyTable.js';

/** TCVN 5712:1993, third set (ABC), of the fonts `.Vn…`: one byte a letter. Capitals with tones have fonts of their own (`.VnTimeH`). */
export const tcvn3 = legacyTable([
  ['ăâđêôơư', '¨©®ª«¬\u00ad'],
  ['ĂÂĐÊÔƠƯ', '¡¢§£¤¥¦'],
  ['àảãáạ', 'µ¶·¸¹'],
  ['ằẳẵắặ', '»¼½¾Æ'],
  ['ầẩẫấậ', 'ÇÈÉÊË'],
  ['èẻẽéẹ', 'ÌÎÏÐÑ'],
  ['ềểễếệ', 'ÒÓÔÕÖ'],
  ['ìỉĩíị', '×ØÜÝÞ'],
  ['òỏõóọ', 'ßáâãä'],
  ['ồổỗốộ', 'åæçèé'],
  ['ờởỡớợ', 'êëìíî'],
  ['ùủũúụ', 'ïñòóô'],
  ['ừửữứự', 'õö÷øù'],
  ['ỳỷỹýỵ', 'úûüýþ'],
]);
