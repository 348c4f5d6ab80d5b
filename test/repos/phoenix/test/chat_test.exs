defmodule ChatTest do
  use ExUnit.Case

  test "adds" do
    assert 1 + 1 == 2
  end
end
