import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { MESSAGE_TEXT_MAX_CHARS, type TestAnswer } from '#contracts';
import { CurrentMember, Member, Needs } from '../../platform/access/index.js';
import { TestAnswers } from './test-answers.js';

export class TestAnswerDto {
  @IsString()
  @Matches(/\S/, { message: '$property must not be empty' })
  @MaxLength(MESSAGE_TEXT_MAX_CHARS)
  text!: string;
}

@ApiTags('Websites')
@Controller('websites')
export class TestAnswerController {
  constructor(private readonly answers: TestAnswers) {}

  /** Asks the website's AI as a visitor's first message would, and says which rule would fetch a person. Nothing is stored and nothing follows. */
  @Post(':id/test-answer')
  @Needs('website.edit')
  @HttpCode(200)
  test(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Body() body: TestAnswerDto): Promise<TestAnswer> {
    return this.answers.ask(member, id, body.text);
  }
}
