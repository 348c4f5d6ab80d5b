import { title } from '@sample/words'

document.body.append(title)
