require 'test_helper'

class PatientTest < ActiveSupport::TestCase
  test 'has a name' do
    assert Patient.new(name: 'Aoi').valid?
  end
end
